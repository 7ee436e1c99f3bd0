package io.guanxi.customers.classes;

import io.guanxi.kernel.id.RecordId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A class as pages show it.
 *
 * @param colour        name of a tag colour
 * @param phase         {@code acquire}, {@code maintain} or {@code win_back}; empty for none
 * @param rule          in CEL; empty for a class that takes nobody
 * @param manager       opaque id of the account manager; empty for none
 * @param cadenceDays   days within which a customer is to be heard from; empty for no promise
 * @param automation    {@code person}, {@code suggest} or {@code automatic}; empty when nothing is said
 * @param discountLimit percent that may be given without asking; empty for no limit
 * @param count         live accounts in it
 */
public record ClassView(
        String id,
        String name,
        int position,
        String colour,
        String phase,
        String rule,
        String description,
        Optional<String> manager,
        Optional<Integer> cadenceDays,
        String automation,
        Optional<BigDecimal> discountLimit,
        long count) {

    static ClassView of(CustomerClass one, long count) {
        return new ClassView(
                RecordId.format(one.id()),
                one.name(),
                one.position(),
                one.colour(),
                one.phase(),
                one.rule().orElse(""),
                one.description(),
                one.manager().map(RecordId::format),
                one.cadenceDays(),
                one.automation(),
                one.discountLimit(),
                count);
    }
}
