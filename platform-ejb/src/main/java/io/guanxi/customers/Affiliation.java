package io.guanxi.customers;

import io.guanxi.kernel.record.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A further account a person works for, advises or sits on the board of, beside the main one. */
@Entity
@Table(name = "affiliation")
public class Affiliation extends CrmRecord {

    private String title;

    @Column(name = "contact_id")
    private Long contact;

    @Column(name = "account_id")
    private Long account;

    private String kind;
    private LocalDate since;
    private LocalDate until;

    protected Affiliation() {}

    @Override
    protected String title() {
        return title;
    }
}
