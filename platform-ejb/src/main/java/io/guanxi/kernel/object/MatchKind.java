package io.guanxi.kernel.object;

/** How values of a field are compared when duplicates are looked for. */
public enum MatchKind {
    /** Names of companies: without legal forms, in whatever script, order and spelling. */
    COMPANY(false),
    /** Names of people, in whatever order. */
    PERSON(false),
    /** Phone numbers, by their last digits. */
    PHONE(false),
    /** Mail addresses. */
    EMAIL(false),
    /** Domains of web sites and mail addresses, but for those where anybody may have an address. */
    DOMAIN(false),
    /** Numbers given by authorities or other systems: where two records have different ones, they differ. */
    IDENTIFIER(false),
    /** The same value, which alone tells nothing, such as the city. */
    SAME(true);

    private final boolean supporting;

    MatchKind(boolean supporting) {
        this.supporting = supporting;
    }

    /** Counts only beside something else: records are not found by it. */
    public boolean isSupporting() {
        return supporting;
    }
}
