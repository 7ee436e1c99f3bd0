package io.guanxi.tenantadmin.roles;

import io.guanxi.kernel.access.FieldRight;

/** What a role may do with a field, as a form shows it. */
public class FieldLine {

    private final String name;
    private final String label;
    private final boolean fixed;
    private final boolean lasting;
    private FieldRight right;

    /**
     * @param fixed   nobody fills it: it is seen or hidden
     * @param lasting it cannot be hidden
     */
    FieldLine(String name, String label, boolean fixed, boolean lasting, FieldRight right) {
        this.name = name;
        this.label = label;
        this.fixed = fixed;
        this.lasting = lasting;
        this.right = right;
    }

    public String getName() {
        return name;
    }

    public String getLabel() {
        return label;
    }

    public boolean isFixed() {
        return fixed;
    }

    public boolean isLasting() {
        return lasting;
    }

    public FieldRight getRight() {
        return right;
    }

    public void setRight(FieldRight right) {
        this.right = right;
    }
}
