package io.guanxi.web.imports;

import java.io.Serializable;
import java.util.List;

/** One column of the file and what it shall fill. */
public class ColumnChoice implements Serializable {

    private final int index;
    private final String name;
    private final String heading;
    private final List<String> samples;
    private final boolean guessed;
    private String path;

    ColumnChoice(int index, String name, String heading, List<String> samples, String path) {
        this.index = index;
        this.name = name;
        this.heading = heading;
        this.samples = List.copyOf(samples);
        this.guessed = !path.isEmpty();
        this.path = path;
    }

    /** Position from 0. */
    public int getIndex() {
        return index;
    }

    /** Its heading in the file; empty when the file gives none. */
    public String getName() {
        return name;
    }

    public String getHeading() {
        return heading;
    }

    /** Some of its values in one line. */
    public String getSample() {
        return String.join(" / ", samples);
    }

    /** Path of the target; empty when the column is not imported. */
    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path == null ? "" : path;
    }

    public boolean isMapped() {
        return !path.isEmpty();
    }

    /** The product found the target by itself. */
    public boolean isGuessed() {
        return guessed;
    }
}
