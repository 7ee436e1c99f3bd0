package io.guanxi.web.imports;

import io.guanxi.kernel.imports.ImportOptions;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.DuplicateRule;
import jakarta.faces.model.SelectItem;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What becomes of rows that are there already, and of what is not quite right in them. */
public class ArrivalChoice implements Serializable {

    private DuplicateRule.Mode mode = DuplicateRule.Mode.CREATE;
    private String key;
    private String country = "";
    private boolean dropPhones = true;
    private boolean suspects = true;

    /** Fields that tell whether a record is there already. */
    static List<SelectItem> keys(ObjectDescriptor object, Locale locale) {
        Stream<String> unique = object.fields().values().stream()
                .filter(FieldDescriptor::unique)
                .map(FieldDescriptor::name);
        return Stream.concat(
                        Stream.concat(Stream.of(object.titleField()), unique),
                        Stream.of("email", "phone", "taxNumber", "externalId"))
                .distinct()
                .flatMap(n -> object.find(n).stream())
                .filter(DuplicateRule::finds)
                .map(f -> new SelectItem(f.name(), Labels.field(object, f, locale)))
                .toList();
    }

    DuplicateRule rule() {
        return new DuplicateRule(mode, isKeyed() ? key : null);
    }

    ImportOptions.InvalidPhones phones() {
        return dropPhones ? ImportOptions.InvalidPhones.LEAVE_OUT : ImportOptions.InvalidPhones.REFUSE;
    }

    /** Whether rows may bring phone numbers, of the records or of those that come along with them. */
    public boolean takesPhones(ObjectDescriptor object) {
        return !object.companions().isEmpty()
                || object.fields().values().stream()
                        .anyMatch(field -> field.type() == FieldType.PHONE || field.type() == FieldType.PHONES);
    }

    public DuplicateRule.Mode getMode() {
        return mode;
    }

    public void setMode(DuplicateRule.Mode mode) {
        this.mode = mode;
    }

    /** Records there already are looked for. */
    public boolean isKeyed() {
        return mode != DuplicateRule.Mode.CREATE;
    }

    /** Field that tells whether a record is there already. */
    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    /** Country of national phone numbers; empty for none. */
    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country == null ? "" : country;
    }

    /** Rows with a phone number that cannot be one come in without it. */
    public boolean isDropPhones() {
        return dropPhones;
    }

    public void setDropPhones(boolean dropPhones) {
        this.dropPhones = dropPhones;
    }

    /** New rows that seem to be there already are told. */
    public boolean isSuspects() {
        return suspects;
    }

    public void setSuspects(boolean suspects) {
        this.suspects = suspects;
    }
}
