package dev.liveticker.server.alert;

import dev.liveticker.model.Alert;

/** An alert and whose it is. */
record OwnedAlert(String user, Alert alert) {

    AlertKey key() {
        return new AlertKey(user, alert.id());
    }
}
