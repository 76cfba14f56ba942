package dev.liveticker.desktop.command;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well a text answers a few letters: they are in it in their order, each beside the one before, further on in the
 * same word, or at the beginning of a later word. So {@code swtr} finds "Switch transport". Case and accents do not
 * matter.
 *
 * @param score 0 to 100; 100 for the beginning of the text itself
 * @param places the letters of the text that answered
 */
record FuzzyMatch(int score, BitSet places) {

    private static final int MOST_TYPED = 60;
    private static final int MOST_TEXT = 200;

    private static final int FIRST_OF_TEXT = 12;
    private static final int FIRST_OF_WORD = 8;
    private static final int INSIDE_WORD = 2;
    private static final int BESIDE = 6;
    private static final int NEXT_WORD = 4;
    private static final int IMPOSSIBLE = Integer.MIN_VALUE / 2;

    /** Empty where the letters are not in it. Nothing typed is in every text. */
    static Optional<FuzzyMatch> of(String typed, String text) {
        String folded = fold(text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text);
        String wanted = fold(typed.length() > MOST_TYPED ? typed.substring(0, MOST_TYPED) : typed)
                .strip();
        BitSet places = new BitSet();
        if (wanted.isEmpty()) {
            return Optional.of(new FuzzyMatch(0, places));
        }
        int score = 0;
        int best = 0;
        for (String word : wanted.split("\\s+")) {
            int[] found = find(word, folded);
            if (found.length == 0) {
                return Optional.empty();
            }
            Arrays.stream(found).forEach(places::set);
            score += worth(found, folded);
            best += FIRST_OF_TEXT + BESIDE * (word.length() - 1);
        }
        return Optional.of(new FuzzyMatch(Math.clamp(100L * score / best, 1, 100), places));
    }

    /** Where the letters stand, as near to each other as they can; empty if they do not. */
    private static int[] find(String word, String text) {
        int at = text.indexOf(word);
        for (int next = at; next >= 0; next = text.indexOf(word, next + 1)) {
            if (beginsWord(text, next)) {
                at = next;
                break;
            }
        }
        if (at >= 0) {
            return IntStream.range(at, at + word.length()).toArray();
        }
        return scattered(word, text);
    }

    /** From the last letter to the first: what is the best that can follow each place. */
    private static int[] scattered(String word, String text) {
        int letters = word.length();
        int length = text.length();
        int[][] best = new int[letters][length];
        int[][] next = new int[letters][length];
        for (int i = letters - 1; i >= 0; i--) {
            for (int place = 0; place < length; place++) {
                best[i][place] = IMPOSSIBLE;
                if (text.charAt(place) != word.charAt(i)) {
                    continue;
                }
                if (i == letters - 1) {
                    best[i][place] = 0;
                    continue;
                }
                for (int after = place + 1; after < length; after++) {
                    int worth = best[i + 1][after] + step(text, place, after);
                    if (worth > best[i][place]) {
                        best[i][place] = worth;
                        next[i][place] = after;
                    }
                }
            }
        }
        int start = -1;
        for (int place = 0; place < length; place++) {
            if (beginsWord(text, place)
                    && best[0][place] > IMPOSSIBLE / 2
                    && (start < 0 || best[0][place] > best[0][start])) {
                start = place;
            }
        }
        if (start < 0) {
            return new int[0];
        }
        int[] found = new int[letters];
        found[0] = start;
        for (int i = 1; i < letters; i++) {
            found[i] = next[i - 1][found[i - 1]];
        }
        return found;
    }

    private static int worth(int[] places, String text) {
        int worth = places[0] == 0 ? FIRST_OF_TEXT : beginsWord(text, places[0]) ? FIRST_OF_WORD : INSIDE_WORD;
        for (int i = 1; i < places.length; i++) {
            worth += step(text, places[i - 1], places[i]);
        }
        return worth;
    }

    private static int step(String text, int from, int to) {
        if (to == from + 1) {
            return BESIDE;
        }
        if (beginsWord(text, to)) {
            return NEXT_WORD;
        }
        for (int between = from + 1; between < to; between++) {
            if (!Character.isLetterOrDigit(text.charAt(between))) {
                return IMPOSSIBLE;
            }
        }
        return -1 - (to - from);
    }

    private static boolean beginsWord(String text, int place) {
        return Character.isLetterOrDigit(text.charAt(place))
                && (place == 0 || !Character.isLetterOrDigit(text.charAt(place - 1)));
    }

    /** Letter by letter, so that each keeps its place. */
    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String plain = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD);
            folded.append(Character.toLowerCase(plain.isEmpty() ? text.charAt(i) : plain.charAt(0)));
        }
        return folded.toString();
    }
}
