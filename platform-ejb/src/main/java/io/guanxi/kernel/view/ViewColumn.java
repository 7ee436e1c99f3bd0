package io.guanxi.kernel.view;

/**
 * A column of a list.
 *
 * @param field name of the field it shows
 * @param width in CSS pixels; 0 lets the browser decide
 */
public record ViewColumn(String field, int width) {

    public static final int MIN_WIDTH = 60;
    public static final int MAX_WIDTH = 1_200;
}
