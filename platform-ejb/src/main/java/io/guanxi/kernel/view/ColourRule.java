package io.guanxi.kernel.view;

/**
 * Colours the rows that a filter finds; of several rules that fit a row, the first one counts.
 *
 * @param filter RSQL
 */
public record ColourRule(String filter, RowColour colour) {}
