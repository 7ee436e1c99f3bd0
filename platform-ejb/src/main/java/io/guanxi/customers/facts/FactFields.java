package io.guanxi.customers.facts;

import io.guanxi.kernel.object.FieldBuilder;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.RuleEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The facts as rules name them, beside the fields of the account. */
public final class FactFields {

    /** Name of the object that the facts are about. */
    public static final String ACCOUNT = "account";

    static final String ORDERS = "orderCount";
    static final String YEAR_ORDERS = "ordersLastYear";
    static final String YEAR_SPEND = "spendLastYear";
    static final String SPEND_TOP = "spendTopPercent";
    static final String FIRST_ORDER = "firstOrderDate";
    static final String LAST_ORDER = "lastOrderDate";
    static final String PURCHASE_DAYS = "daysSincePurchase";
    static final String INTERACTION_DAYS = "daysSinceInteraction";
    static final String AGE_DAYS = "daysSinceCreated";
    static final String CONTACTS = "contactCount";

    /** Known to whoever asks the rules; since an account was made when it never left its first stage. */
    public static final String STAGE_DAYS = "daysInStage";

    private static final List<FieldDescriptor> FIELDS = Stream.of(
                    FieldBuilder.field(ORDERS, FieldType.INTEGER),
                    FieldBuilder.field(YEAR_ORDERS, FieldType.INTEGER),
                    FieldBuilder.field(YEAR_SPEND, FieldType.DECIMAL),
                    FieldBuilder.field(SPEND_TOP, FieldType.DECIMAL),
                    FieldBuilder.field(FIRST_ORDER, FieldType.DATE),
                    FieldBuilder.field(LAST_ORDER, FieldType.DATE),
                    FieldBuilder.field(PURCHASE_DAYS, FieldType.INTEGER),
                    FieldBuilder.field(INTERACTION_DAYS, FieldType.INTEGER),
                    FieldBuilder.field(AGE_DAYS, FieldType.INTEGER),
                    FieldBuilder.field(CONTACTS, FieldType.INTEGER),
                    FieldBuilder.field(STAGE_DAYS, FieldType.INTEGER))
            .map(field -> field.readOnly().build())
            .toList();

    private FactFields() {}

    /** The facts in their order; labels stand in the bundle of accounts. */
    public static List<FieldDescriptor> all() {
        return FIELDS;
    }

    /**
     * What rules about accounts may name.
     *
     * @param objects those of the caller's tenant: accounts, and what they point to
     */
    public static RuleEnvironment environment(ObjectRegistry objects) {
        return environment(objects.require(ACCOUNT), objects::find);
    }

    /**
     * @param account with the fields of the caller's tenant
     * @param objects finds what it points to by name
     */
    public static RuleEnvironment environment(
            ObjectDescriptor account, Function<String, Optional<ObjectDescriptor>> objects) {
        return RuleEnvironment.builder(account.with(FIELDS))
                .followingAll(objects)
                .build();
    }
}
