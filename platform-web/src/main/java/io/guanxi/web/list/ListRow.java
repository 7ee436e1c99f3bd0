package io.guanxi.web.list;

import io.guanxi.web.format.Avatar;
import io.guanxi.web.format.Shown;
import java.util.List;

/**
 * One record in a list.
 *
 * @param href  address of the record; empty in the recycle bin
 * @param cells its values in the order of the columns
 */
public record ListRow(String id, String title, String href, Avatar avatar, List<Cell> cells) {

    public record Cell(ListColumn column, Shown value) {}
}
