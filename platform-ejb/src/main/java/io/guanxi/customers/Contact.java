package io.guanxi.customers;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.ListElements;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A person who works for, or is, a customer. */
@Entity
@Table(name = "contact")
public class Contact extends CrmRecord {

    private String name;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    @Column(name = "native_name")
    private String nativeName;

    private String salutation;

    @Column(name = "account_id")
    private Long account;

    @Column(name = "job_title")
    private String jobTitle;

    private String department;
    private String role;
    private String phones;
    private String emails;
    private String addresses;
    private String phone;
    private String email;
    private String city;
    private String country;
    private LocalDate birthday;
    private LocalDate anniversary;
    private String occupation;
    private String language;

    @Column(name = "preferred_channel")
    private String preferredChannel;

    @Column(name = "preferred_hours")
    private String preferredHours;

    private String wechat;
    private String linkedin;

    @Column(name = "do_not_call")
    private Boolean doNotCall;

    @Column(name = "do_not_email")
    private Boolean doNotEmail;

    private String description;
    private String tags;

    @Column(name = "owner_id")
    private Long owner;

    protected Contact() {}

    @Override
    protected void completeNew(Caller caller) {
        if (owner == null && caller.kind() == Caller.Kind.PERSON) {
            owner = caller.memberId();
        }
    }

    @Override
    protected void derive() {
        name = PersonName.full(firstName, lastName);
        phone = ListElements.first(phones, "number");
        email = ListElements.first(emails, "address");
        city = ListElements.first(addresses, "city");
        if (country == null) {
            country = ListElements.first(addresses, "country");
        }
    }

    @Override
    protected String title() {
        return name;
    }
}
