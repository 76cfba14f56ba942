package dev.liveticker.desktop.alert;

import dev.liveticker.model.Alert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The user's alerts as the server last told them, with what was asked of it since and is not answered laid over them.
 * For one thread.
 */
final class AlertLedger {

    private static final Comparator<AlertRow> ORDER = Comparator.comparing(
                    (AlertRow row) -> row.alert().symbol())
            .thenComparing(row -> row.alert().condition())
            .thenComparing(row -> row.alert().level())
            .thenComparing(row -> row.alert().id());

    /**
     * An alert that the server does not have, or has otherwise.
     *
     * @param firedBefore when it had fired last as it was asked for; absent for never
     */
    private record Asked(Alert wanted, @Nullable Long firedBefore, boolean refused) {}

    private final Map<String, Alert> known = new LinkedHashMap<>();
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final Set<String> removing = new HashSet<>();
    private final Map<String, String> problems = new HashMap<>();

    /** The server tells all alerts. */
    void tell(List<Alert> all) {
        known.clear();
        all.forEach(alert -> known.put(alert.id(), alert));
        asked.values().removeIf(this::isAnswered);
        removing.removeIf(id -> !known.containsKey(id));
        problems.keySet().removeIf(id -> !known.containsKey(id) && !asked.containsKey(id));
    }

    /** Whether asking for it would change nothing. */
    boolean has(Alert wanted) {
        Alert alert = known.get(wanted.id());
        return alert != null
                && alert.active()
                && sameTerms(alert, wanted)
                && !asked.containsKey(wanted.id())
                && !removing.contains(wanted.id());
    }

    /** The server is asked for it. */
    void ask(Alert wanted) {
        Alert before = known.get(wanted.id());
        asked.put(wanted.id(), new Asked(wanted, before == null ? null : before.firedTime(), false));
        removing.remove(wanted.id());
        problems.remove(wanted.id());
    }

    /**
     * It is to be no more.
     *
     * @return whether the server need be asked
     */
    boolean remove(String id) {
        Asked last = asked.remove(id);
        problems.remove(id);
        boolean serversToo = known.containsKey(id) || (last != null && !last.refused());
        if (serversToo) {
            removing.add(id);
        }
        return serversToo;
    }

    /** It was only taken out of sight, and is seen again. */
    void keep(String id) {
        removing.remove(id);
    }

    /**
     * The server will not do what was asked of an alert.
     *
     * @param why for people
     */
    void refuse(String id, String why) {
        Asked last = asked.get(id);
        if (removing.remove(id)) {
            problems.put(id, why);
        } else if (last != null && !last.refused()) {
            problems.put(id, why);
            if (known.containsKey(id)) {
                asked.remove(id);
            } else {
                asked.put(id, new Asked(last.wanted(), null, true));
            }
        }
    }

    Optional<Alert> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    void forget() {
        known.clear();
        asked.clear();
        removing.clear();
        problems.clear();
    }

    /** By symbol, then what it waits for. */
    List<AlertRow> rows() {
        List<AlertRow> rows = new ArrayList<>();
        known.forEach((id, alert) -> {
            Asked last = asked.get(id);
            if (last != null) {
                rows.add(new AlertRow(last.wanted(), AlertRow.Standing.WAITING, ""));
            } else if (!removing.contains(id)) {
                AlertRow.Standing standing = alert.active() ? AlertRow.Standing.ARMED : AlertRow.Standing.FIRED;
                rows.add(new AlertRow(alert, standing, problems.getOrDefault(id, "")));
            }
        });
        asked.forEach((id, last) -> {
            if (!known.containsKey(id)) {
                AlertRow.Standing standing = last.refused() ? AlertRow.Standing.REFUSED : AlertRow.Standing.WAITING;
                rows.add(new AlertRow(last.wanted(), standing, problems.getOrDefault(id, "")));
            }
        });
        rows.sort(ORDER);
        return rows;
    }

    /** Armed as it was asked for; or it has fired already since. */
    private boolean isAnswered(Asked last) {
        Alert alert = known.get(last.wanted().id());
        return alert != null
                && sameTerms(alert, last.wanted())
                && (alert.active() || !Objects.equals(alert.firedTime(), last.firedBefore()));
    }

    private static boolean sameTerms(Alert one, Alert other) {
        return one.symbol().equals(other.symbol())
                && one.condition() == other.condition()
                && one.level().compareTo(other.level()) == 0
                && one.repeat() == other.repeat()
                && Objects.equals(one.note(), other.note());
    }
}
