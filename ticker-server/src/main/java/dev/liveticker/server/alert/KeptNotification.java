package dev.liveticker.server.alert;

import dev.liveticker.message.Notification;

/**
 * A notification that waits to be acknowledged.
 *
 * @param ordinal rises from one to the next, whoever they are for
 */
record KeptNotification(long ordinal, Notification notification) {}
