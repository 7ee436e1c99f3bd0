package io.guanxi.kernel.query;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.custom.IndexedValue;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.SortKeys;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** Turns a filter into JPQL over an object's entity; only described, filterable fields get through. */
final class FilterCompiler {

    private static final int MAX_VALUES = 200;

    private final ObjectDescriptor object;
    private final JpqlText jpql;

    FilterCompiler(ObjectDescriptor object, JpqlText jpql) {
        this.object = object;
        this.jpql = jpql;
    }

    /**
     * @throws InvalidQuery when a field, operator or value does not fit
     */
    String condition(Filter filter) {
        if (filter instanceof Filter.And and) {
            return joined(and.parts(), " AND ");
        } else if (filter instanceof Filter.Or or) {
            return joined(or.parts(), " OR ");
        } else if (filter instanceof Filter.Ids ids) {
            return "e.id IN " + jpql.bind(ids.padded());
        } else if (filter instanceof Filter.Reached reached) {
            return new ReachText(jpql).condition(reached.reach(), "e");
        }
        return comparison((Filter.Comparison) filter);
    }

    private String joined(List<Filter> parts, String word) {
        return "(" + String.join(word, parts.stream().map(this::condition).toList()) + ")";
    }

    private String comparison(Filter.Comparison comparison) {
        FieldDescriptor field =
                object.find(comparison.field()).orElseThrow(() -> new InvalidQuery("unknownField", comparison.field()));
        if (!field.filterable()) {
            throw new InvalidQuery("notFilterable", field.name());
        }
        String path = "e." + field.name();
        List<String> arguments = comparison.arguments();
        if (arguments.size() > MAX_VALUES) {
            throw new InvalidQuery("tooManyValues", field.name(), MAX_VALUES);
        }
        if (comparison.operator() == Operator.WITHIN) {
            return condition(within(field, arguments.get(0)));
        }
        if (field.type() == FieldType.TAGS) {
            return tagged(field, comparison.operator(), arguments);
        }
        if (field.isCustom()) {
            return custom(field, comparison.operator(), arguments);
        }
        return switch (comparison.operator()) {
            case IS_EMPTY -> path + " IS NULL";
            case IS_NOT_EMPTY -> path + " IS NOT NULL";
            case IN -> path + " IN " + jpql.bind(values(field, arguments));
            case NOT_IN -> "(" + path + " IS NULL OR " + path + " NOT IN " + jpql.bind(values(field, arguments)) + ")";
            case EQUAL -> equal(field, path, arguments.get(0));
            case NOT_EQUAL -> "(" + path + " IS NULL OR NOT (" + equal(field, path, arguments.get(0)) + "))";
            case GREATER -> ordered(field, path, ">", arguments.get(0));
            case GREATER_OR_EQUAL -> ordered(field, path, ">=", arguments.get(0));
            case LESS -> ordered(field, path, "<", arguments.get(0));
            case LESS_OR_EQUAL -> ordered(field, path, "<=", arguments.get(0));
            case WITHIN -> throw new IllegalStateException("periods are two comparisons");
        };
    }

    /** A period as what begins and ends it. */
    private static Filter within(FieldDescriptor field, String name) {
        if (field.type() != FieldType.DATE && field.type() != FieldType.INSTANT) {
            throw new InvalidQuery("noDate", field.name());
        }
        Period period =
                Period.of(name, today()).orElseThrow(() -> new InvalidQuery("invalidValue", field.name(), name));
        return Filter.all(
                Filter.compare(
                        field.name(), Operator.GREATER_OR_EQUAL, period.from().toString()),
                Filter.compare(field.name(), Operator.LESS, period.end().toString()));
    }

    private static LocalDate today() {
        return LocalDate.now(CallContext.require().zone());
    }

    /** Records by the index of the values of a tenant's own fields. */
    private String custom(FieldDescriptor field, Operator operator, List<String> arguments) {
        String having = " (SELECT v.recordId FROM CustomValue v WHERE v.fieldId = "
                + jpql.bind(field.custom().id());
        return switch (operator) {
            case IS_EMPTY -> "e.id NOT IN" + having + ")";
            case IS_NOT_EMPTY -> "e.id IN" + having + ")";
            case EQUAL, IN -> "e.id IN" + having + " AND " + anyOf(field, arguments) + ")";
            case NOT_EQUAL, NOT_IN -> "e.id NOT IN" + having + " AND " + anyOf(field, arguments) + ")";
            case GREATER -> "e.id IN" + having + beyond(field, " > ", arguments.get(0)) + ")";
            case GREATER_OR_EQUAL -> "e.id IN" + having + beyond(field, " >= ", arguments.get(0)) + ")";
            case LESS -> "e.id IN" + having + beyond(field, " < ", arguments.get(0)) + ")";
            case LESS_OR_EQUAL -> "e.id IN" + having + beyond(field, " <= ", arguments.get(0)) + ")";
            case WITHIN -> throw new IllegalStateException("periods are two comparisons");
        };
    }

    private String anyOf(FieldDescriptor field, List<String> arguments) {
        return arguments.stream().map(argument -> same(field, argument)).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private String same(FieldDescriptor field, String argument) {
        if (field.type().isText() && argument.indexOf('*') >= 0) {
            String begin = beginning(field, argument);
            return "v.sortKey LIKE " + jpql.bind(JpqlText.prefix(SortKeys.of(begin))) + " AND v.text LIKE "
                    + jpql.bind(JpqlText.prefix(begin)) + " ESCAPE '!'";
        }
        FieldType one = field.type() == FieldType.MULTI_CHOICE ? FieldType.CHOICE : field.type();
        IndexedValue value = IndexedValue.of(one, value(field, argument));
        String key = "v.sortKey = " + jpql.bind(value.sortKey());
        return value.text() == null ? key : key + " AND v.text = " + jpql.bind(value.text());
    }

    private String beyond(FieldDescriptor field, String sign, String argument) {
        if (!field.type().isOrdered()) {
            throw new InvalidQuery("notOrdered", field.name());
        }
        return " AND v.sortKey" + sign
                + jpql.bind(
                        IndexedValue.of(field.type(), value(field, argument)).sortKey());
    }

    /** The text before the star of a prefix. */
    private static String beginning(FieldDescriptor field, String argument) {
        int star = argument.indexOf('*');
        if (star == 0 || star != argument.length() - 1) {
            throw new InvalidQuery("onlyPrefix", field.name());
        }
        return argument.substring(0, star);
    }

    /** Records by the names of their tags; several names ask for any of them. */
    private String tagged(FieldDescriptor field, Operator operator, List<String> names) {
        String among = " (SELECT rt.recordId FROM RecordTag rt, Tag t WHERE rt.object = " + jpql.bind(object.name())
                + " AND t.id = rt.tagId AND t.deletedAt IS NULL";
        return switch (operator) {
            case EQUAL, IN -> "e.id IN" + among + " AND t.name IN " + jpql.bind(names) + ")";
            case NOT_EQUAL, NOT_IN -> "e.id NOT IN" + among + " AND t.name IN " + jpql.bind(names) + ")";
            case IS_EMPTY -> "e.id NOT IN" + among + ")";
            case IS_NOT_EMPTY -> "e.id IN" + among + ")";
            default -> throw new InvalidQuery("notOrdered", field.name());
        };
    }

    private String equal(FieldDescriptor field, String path, String argument) {
        if (field.type().isText() && argument.indexOf('*') >= 0) {
            String begin = beginning(field, argument);
            String like = path + " LIKE " + jpql.bind(JpqlText.prefix(begin)) + " ESCAPE '!'";
            return field.name().equals(object.titleField()) ? "(" + like + " AND " + sortedAs(begin) + ")" : like;
        }
        if (field.type() == FieldType.BOOLEAN && "false".equals(argument)) {
            return "(" + path + " = FALSE OR " + path + " IS NULL)";
        }
        return path + " = " + jpql.bind(value(field, argument));
    }

    /** Implied by the comparison of the title itself; lets the index that gives the order find the rows as well. */
    private String sortedAs(String begin) {
        return "e.sortKey LIKE " + jpql.bind(JpqlText.prefix(SortKeys.of(begin)));
    }

    private String ordered(FieldDescriptor field, String path, String sign, String argument) {
        if (!field.type().isOrdered()) {
            throw new InvalidQuery("notOrdered", field.name());
        }
        return path + " " + sign + " " + jpql.bind(value(field, argument));
    }

    private List<Object> values(FieldDescriptor field, List<String> arguments) {
        return arguments.stream().map(argument -> value(field, argument)).toList();
    }

    private static Object value(FieldDescriptor field, String argument) {
        try {
            return switch (field.type()) {
                case INTEGER -> Integer.valueOf(argument);
                case DECIMAL, PERCENT, MONEY -> amount(argument);
                case BOOLEAN -> truth(field, argument);
                case DATE -> date(argument);
                case INSTANT -> instant(argument);
                case TIME -> LocalTime.parse(argument);
                case REFERENCE -> id(field, argument);
                case MEMBER ->
                    "me".equals(argument) ? (Object) CallContext.require().memberId() : id(field, argument);
                default -> argument;
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new InvalidQuery("invalidValue", field.name(), argument);
        }
    }

    private static BigDecimal amount(String argument) {
        if (!argument.matches("[+-]?\\d{1,15}(\\.\\d{1,4})?")) {
            throw new NumberFormatException(argument);
        }
        return new BigDecimal(argument);
    }

    private static Boolean truth(FieldDescriptor field, String argument) {
        if (!"true".equals(argument) && !"false".equals(argument)) {
            throw new InvalidQuery("invalidValue", field.name(), argument);
        }
        return Boolean.valueOf(argument);
    }

    /** An instant, or a date that stands for its first instant in the caller's zone. */
    private static Instant instant(String argument) {
        return argument.length() == 10 || argument.startsWith("today")
                ? date(argument).atStartOfDay(CallContext.require().zone()).toInstant()
                : OffsetDateTime.parse(argument).toInstant();
    }

    /** A date, or one told from today. */
    private static LocalDate date(String argument) {
        return Period.day(argument, today()).orElseGet(() -> LocalDate.parse(argument));
    }

    /** An id that is none matches nothing, as a made-up one does. */
    private static Long id(FieldDescriptor field, String argument) {
        return RecordId.parse(argument).orElseThrow(() -> new InvalidQuery("invalidValue", field.name(), argument));
    }
}
