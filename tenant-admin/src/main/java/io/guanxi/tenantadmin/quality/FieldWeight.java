package io.guanxi.tenantadmin.quality;

/** A field of the form and its weight. */
public class FieldWeight {

    private final String name;
    private final String label;
    private final String share;
    private Integer weight;

    /**
     * @param share of the whole, such as {@code 12 %}; empty when the field counts nothing
     */
    FieldWeight(String name, String label, Integer weight, String share) {
        this.name = name;
        this.label = label;
        this.weight = weight;
        this.share = share;
    }

    public String getName() {
        return name;
    }

    public String getLabel() {
        return label;
    }

    public String getShare() {
        return share;
    }

    public Integer getWeight() {
        return weight;
    }

    public void setWeight(Integer weight) {
        this.weight = weight;
    }
}
