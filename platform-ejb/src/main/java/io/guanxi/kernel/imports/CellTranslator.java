package io.guanxi.kernel.imports;

import io.guanxi.kernel.record.PhoneText;
import io.guanxi.kernel.tabular.CellFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings the cells of one row into the external form of their targets and collects what goes wrong. */
final class CellTranslator {

    private static final Pattern LINE_END = Pattern.compile("\\R");

    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t]+");

    private static final Pattern SEPARATORS = Pattern.compile("[,;，；、|\\r\\n]+");

    private static final Pattern PERCENT_SIGN = Pattern.compile("\\s*[%％]$");

    /** No number, date, phone, country or option is longer, in characters. */
    private static final int LONGEST_VALUE = 100;

    private final ImportOptions options;
    private final DateText dates;
    private final List<CellFault> faults = new ArrayList<>();
    private final List<CellFault> warnings = new ArrayList<>();

    CellTranslator(ImportOptions options, DateText dates) {
        this.options = options;
        this.dates = dates;
    }

    List<CellFault> faults() {
        return List.copyOf(faults);
    }

    List<CellFault> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * @param text    cleaned, not empty
     * @param country ISO code for national phone numbers
     * @return empty where the cell is at fault or left out
     */
    Optional<?> value(int column, ImportTarget target, String text, ColumnProfile profile, Optional<String> country) {
        return switch (target.type()) {
            case LONG_TEXT, RICH_TEXT -> Optional.of(LINE_END.matcher(text).replaceAll("\n"));
            case TAGS ->
                Optional.of(SEPARATORS
                        .splitAsStream(text)
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList());
            case MULTI_CHOICE -> Optional.of(choices(target, text));
            case TEXT, EMAIL, URL, LANGUAGE, TIME_ZONE -> Optional.of(oneLine(text));
            default ->
                text.length() > LONGEST_VALUE
                        ? orFault(Optional.empty(), column, "value.tooLong", text)
                        : shortValue(column, target, text, profile, country);
        };
    }

    private Optional<?> shortValue(
            int column, ImportTarget target, String text, ColumnProfile profile, Optional<String> country) {
        return switch (target.type()) {
            case PHONE -> phone(column, text, country);
            case COUNTRY -> orFault(Countries.code(text), column, "country.unknown", text);
            case INTEGER, DECIMAL ->
                orFault(NumberText.parse(text, profile.decimalComma()), column, "number.invalid", text);
            case PERCENT ->
                orFault(
                        NumberText.parse(PERCENT_SIGN.matcher(text).replaceFirst(""), profile.decimalComma()),
                        column,
                        "number.invalid",
                        text);
            case TIME -> orFault(TimeText.parse(text), column, "time.invalid", text);
            case MONEY -> money(column, text, profile);
            case DATE -> orFault(dates.date(text, profile.dayFirst()), column, "date.invalid", text);
            case INSTANT -> orFault(dates.instant(text, profile.dayFirst()), column, "date.invalid", text);
            case BOOLEAN -> orFault(TruthText.parse(text), column, "boolean.invalid", text);
            case CURRENCY -> Optional.of(text.toUpperCase(Locale.ROOT));
            case CHOICE -> Optional.of(choice(target, text));
            default -> Optional.of(oneLine(text));
        };
    }

    private static String choice(ImportTarget target, String text) {
        return target.choices().getOrDefault(Heading.of(text).joined(), text);
    }

    /** A label may have a separator in it. */
    private static List<String> choices(ImportTarget target, String text) {
        return target.choices().containsKey(Heading.of(text).joined())
                ? List.of(choice(target, text))
                : SEPARATORS
                        .splitAsStream(text)
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .map(name -> choice(target, name))
                        .distinct()
                        .toList();
    }

    /** Fields of one line take a text of several as one. */
    private static String oneLine(String text) {
        return BREAKS.splitAsStream(text).map(String::strip).collect(Collectors.joining(" "));
    }

    private Optional<String> phone(int column, String text, Optional<String> country) {
        Optional<PhoneText.Phone> phone = PhoneText.parse(text, country.or(options::defaultCountry));
        if (phone.isEmpty()) {
            CellFault fault = CellFault.of(column, "phone.invalid", text);
            (options.invalidPhones() == ImportOptions.InvalidPhones.REFUSE ? faults : warnings).add(fault);
        } else if (phone.get().hasExtension()) {
            warnings.add(CellFault.of(column, "phone.extensionDropped", text));
        }
        return phone.map(PhoneText.Phone::e164);
    }

    private Optional<Map<String, Object>> money(int column, String text, ColumnProfile profile) {
        Optional<Map<String, Object>> money = MoneyText.parse(text, profile.decimalComma(), options.currency());
        if (money.isPresent() && !money.get().containsKey("currency")) {
            return orFault(Optional.empty(), column, "money.currencyMissing", text);
        }
        return orFault(money, column, "number.invalid", text);
    }

    private <T> Optional<T> orFault(Optional<T> value, int column, String code, String text) {
        if (value.isEmpty()) {
            faults.add(CellFault.of(column, code, text.substring(0, Math.min(text.length(), LONGEST_VALUE))));
        }
        return value;
    }
}
