package dev.liveticker.desktop.command;

import java.util.ArrayList;
import java.util.List;

/**
 * What was chosen lately.
 *
 * @param keys of palette entries, newest first, each once; at most {@value #MOST}
 */
public record Recent(List<String> keys) {

    static final int MOST = 12;

    public Recent {
        keys = keys.stream().distinct().limit(MOST).toList();
    }

    Recent with(String key) {
        List<String> newer = new ArrayList<>(keys);
        newer.remove(key);
        newer.addFirst(key);
        return new Recent(newer);
    }
}
