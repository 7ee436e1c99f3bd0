package io.guanxi.customers.around;

/**
 * Somebody, or a company, that has to do with a record.
 *
 * @param object name of the object: {@code account} or {@code contact}
 * @param id     opaque id
 * @param kind   option that says more: the role of a contact or the kind of an affiliation; empty for none
 * @param detail what the person does there, in words; may be empty
 * @param via    opaque id of the neighbour through whom it is known; empty when it is the record's own
 */
public record Neighbour(String object, String id, String name, Tie tie, String kind, String detail, String via) {

    /** What a neighbour is to the record. */
    public enum Tie {
        /** Company above the account. */
        PARENT,
        /** Company below the account. */
        CHILD,
        /** Person whose main account it is. */
        CONTACT,
        /** Person who has to do with the account beside a main one. */
        AFFILIATE,
        /** Main account of the contact. */
        EMPLOYER,
        /** Further account of a person. */
        AFFILIATION,
        /** Person with the same main account as the contact. */
        COLLEAGUE
    }
}
