package io.guanxi.kernel.view;

/** Grounds that a row may have; each is readable in the light and in the dark theme. */
public enum RowColour {
    RED,
    ORANGE,
    OCHRE,
    GREEN,
    TEAL,
    BLUE,
    PLUM,
    GRAY
}
