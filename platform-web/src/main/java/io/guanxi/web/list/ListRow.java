package io.guanxi.web.list;

import io.guanxi.web.format.Avatar;
import io.guanxi.web.format.Shown;
import java.util.List;

/**
 * One record in a list.
 *
 * @param href  address of the record; empty in the recycle bin
 * @param version what a change of the record must expect
 * @param in      value of the field that a board is made of; empty for none
 * @param colour  ground of the row, such as {@code red}; empty for none
 * @param cells its values in the order of the columns
 */
public record ListRow(
        String id, long version, String title, String href, Avatar avatar, String in, String colour, List<Cell> cells) {

    public record Cell(ListColumn column, Shown value) {}
}
