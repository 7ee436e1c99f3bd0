package io.guanxi.orders;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.record.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An order of a customer: placed, confirmed, in production, shipped, delivered, closed; or cancelled, or returned. All of
 * its amounts are in its one currency.
 */
@Entity
@Table(name = "sales_order")
public class SalesOrder extends CrmRecord {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    /** Last characters of an id: what tells the ids of one day apart. */
    private static final int DISTINCT = 6;

    @Column(name = "order_number")
    private String number;

    @Column(name = "account_id")
    private Long account;

    @Column(name = "contact_id")
    private Long contact;

    private String status;

    @Column(name = "invoice_status")
    private String invoiceStatus;

    @Column(name = "order_date")
    private LocalDate orderDate;

    @Column(name = "required_date")
    private LocalDate requiredDate;

    @Column(name = "promised_date")
    private LocalDate promisedDate;

    @Column(name = "shipped_date")
    private LocalDate shippedDate;

    @Column(name = "customer_reference")
    private String customerReference;

    private String currency;
    private BigDecimal freight;

    @Column(name = "freight_currency")
    private String freightCurrency;

    @Column(name = "lines_total")
    private BigDecimal linesTotal;

    @Column(name = "lines_total_currency")
    private String linesTotalCurrency;

    private BigDecimal total;

    @Column(name = "total_currency")
    private String totalCurrency;

    @Column(name = "line_count")
    private Integer lineCount;

    @Column(name = "last_position")
    private int lastPosition;

    @Column(name = "ship_via")
    private String shipVia;

    @Column(name = "ship_name")
    private String shipName;

    @Column(name = "ship_street")
    private String shipStreet;

    @Column(name = "ship_city")
    private String shipCity;

    @Column(name = "ship_region")
    private String shipRegion;

    @Column(name = "ship_postal_code")
    private String shipPostalCode;

    @Column(name = "ship_country")
    private String shipCountry;

    private String tags;
    private String description;

    @Column(name = "owner_id")
    private Long owner;

    @Transient
    private boolean isForAnother;

    protected SalesOrder() {}

    String currency() {
        return currency;
    }

    String freightCurrency() {
        return freightCurrency;
    }

    Long account() {
        return account;
    }

    /** The customer is another one than before, which the lines do not know yet. */
    void goesToAnother() {
        isForAnother = true;
    }

    /** Whether the lines still have another customer; once told, they are taken to have this one. */
    boolean passesCustomerOn() {
        boolean due = isForAnother && lineCount > 0;
        isForAnother = false;
        return due;
    }

    int lineCount() {
        return lineCount;
    }

    /** Everything in the order is in this currency. */
    void payIn(String code) {
        currency = code;
        derive();
    }

    /** Place of one more line: after the last one that the order ever had. */
    int nextPosition() {
        return ++lastPosition;
    }

    /** A line was put at a place of somebody's choice. */
    void placed(int position) {
        lastPosition = Math.max(lastPosition, position);
    }

    /**
     * Takes over what its live lines come to.
     *
     * @param sum of the totals of the lines
     * @return whether that is news
     */
    boolean sumUp(int lines, BigDecimal sum) {
        boolean isNews = lines != lineCount || sum.compareTo(linesTotal) != 0;
        lineCount = lines;
        linesTotal = sum;
        derive();
        return isNews;
    }

    @Override
    protected void completeNew(Caller caller) {
        if (number == null) {
            String id = RecordId.format(id());
            number = externalId() != null
                    ? externalId()
                    : "SO" + DAY.format(LocalDate.now(ZoneOffset.UTC)) + "-" + id.substring(id.length() - DISTINCT);
        }
        if (status == null) {
            status = shippedDate == null ? "placed" : "shipped";
        }
        if (owner == null && caller.kind() == Caller.Kind.PERSON) {
            owner = caller.memberId();
        }
    }

    /** The total is what the lines come to, and the freight. */
    @Override
    protected void derive() {
        lineCount = lineCount == null ? 0 : lineCount;
        linesTotal = linesTotal == null ? BigDecimal.ZERO : linesTotal;
        total = freight == null ? linesTotal : linesTotal.add(freight);
        linesTotalCurrency = currency;
        totalCurrency = currency;
    }

    @Override
    protected String title() {
        return number;
    }
}
