package dev.liveticker.desktop.settings;

/** Which colours say that a price rose or fell. Never alone: a sign or an arrow says it too. */
public enum TickColours {
    /** Green up, red down, as in Europe and America. */
    GREEN_UP,
    /** Red up, green down, as in East Asia. */
    RED_UP,
    /** Blue up, orange down, told apart by the colour-blind. */
    BLUE_UP
}
