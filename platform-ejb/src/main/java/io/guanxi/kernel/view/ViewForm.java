package io.guanxi.kernel.view;

/** How a list lays its records out. */
public enum ViewForm {
    /** Rows and columns. */
    TABLE,
    /** A column of cards for each choice of a field. */
    BOARD,
    /** The days of a month with the records of each. */
    CALENDAR
}
