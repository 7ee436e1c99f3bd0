package io.guanxi.kernel.imports;

import java.text.Normalizer;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Amounts of money with their currency before or after the number, or without. */
final class MoneyText {

    private static final Pattern FORM = Pattern.compile(
            "(?<before>[\\p{L}\\p{Sc}$]{0,4})\\s*(?<number>[^\\p{L}\\p{Sc}]*\\d[^\\p{L}\\p{Sc}]*)(?<after>[\\p{L}\\p{Sc}$]{0,4})");

    private static final Map<String, String> SIGNS = Map.of(
            "€", "EUR", "£", "GBP", "US$", "USD", "元", "CNY", "RMB", "CNY", "HK$", "HKD", "₹", "INR", "₩", "KRW", "人民币",
            "CNY", "₽", "RUB");

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private MoneyText() {}

    /**
     * The external form of the amount, without currency where neither the cell nor the options name one.
     *
     * <p>The signs {@code $} and {@code ¥} belong to several currencies: they mean that of the options.
     */
    static Optional<Map<String, Object>> parse(String text, boolean decimalComma, Optional<String> defaultCurrency) {
        Matcher form =
                FORM.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        String sign = (form.group("before") + form.group("after")).toUpperCase(Locale.ROOT);
        boolean isOpen = sign.isEmpty() || sign.equals("$") || sign.equals("¥");
        Optional<String> currency = isOpen ? defaultCurrency : currency(sign);
        if (!isOpen && currency.isEmpty()) {
            return Optional.empty();
        }
        return NumberText.parse(form.group("number"), decimalComma).map(amount -> {
            Map<String, Object> money = new LinkedHashMap<>();
            money.put("amount", amount);
            currency.ifPresent(code -> money.put("currency", code));
            return money;
        });
    }

    private static Optional<String> currency(String sign) {
        return CODES.contains(sign) ? Optional.of(sign) : Optional.ofNullable(SIGNS.get(sign));
    }
}
