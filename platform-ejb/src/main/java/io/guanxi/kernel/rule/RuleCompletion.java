package io.guanxi.kernel.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import io.guanxi.kernel.rule.Proposal.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may stand at the cursor of somebody who writes a rule: fields, functions, options of a choice. */
public final class RuleCompletion {

    private static final int MOST = 100;

    private final RuleEnvironment environment;
    private final CursorContext context;
    private final int cursor;
    private final Locale locale;
    private final List<Proposal> proposals = new ArrayList<>();

    private RuleCompletion(String source, int cursor, RuleEnvironment environment, Locale locale) {
        this.environment = environment;
        this.cursor = cursor;
        this.locale = locale;
        context = CursorContext.at(source, cursor);
    }

    /**
     * The best proposals first; those that begin with what is written already before those that contain it.
     *
     * @param cursor in chars; outside the source means its end
     */
    public static List<Proposal> proposals(String source, int cursor, RuleEnvironment environment, Locale locale) {
        if (source.length() > RuleLimits.SOURCE_LENGTH) {
            return List.of();
        }
        int at = cursor < 0 ? source.length() : Math.min(cursor, source.length());
        return new RuleCompletion(source, at, environment, locale).proposals();
    }

    private List<Proposal> proposals() {
        switch (context.place()) {
            case NAME -> names();
            case MEMBER -> members();
            case VALUE -> options();
            default -> {}
        }
        String prefix = context.prefix().toLowerCase(Locale.ROOT);
        return proposals.stream()
                .filter(proposal -> rank(proposal, prefix) < 3)
                .sorted(Comparator.comparingInt(proposal -> rank(proposal, prefix)))
                .limit(MOST)
                .toList();
    }

    private int rank(Proposal proposal, String prefix) {
        String insert = proposal.insert().toLowerCase(Locale.ROOT).replaceAll("^['\"]", "");
        String label = proposal.label().toLowerCase(Locale.ROOT);
        if (insert.startsWith(prefix)) {
            return 0;
        }
        return label.startsWith(prefix) ? 1 : insert.contains(prefix) || label.contains(prefix) ? 2 : 3;
    }

    private void names() {
        for (CursorContext.Loop loop : context.loops()) {
            if (!loop.variable().isEmpty()) {
                add(loop.variable(), loop.variable(), Kind.VARIABLE, "", "");
            }
        }
        environment.object().fields().keySet().stream()
                .flatMap(name -> environment.find(name).stream())
                .filter(variable -> variable.field() != null)
                .forEach(variable -> field(variable.field()));
        environment
                .find(RecordShape.CUSTOM)
                .map(Variable::shape)
                .ifPresent(own -> own.fields().forEach(field -> field(field, RecordShape.CUSTOM + ".")));
        environment.variables().stream()
                .filter(variable -> variable.field() == null && !variable.hidden())
                .sorted(Comparator.comparing(Variable::name))
                .forEach(variable -> add(
                        variable.name(),
                        variable.name(),
                        Kind.VARIABLE,
                        TypeName.of(variable.type()).in(locale),
                        RuleWords.text("variable." + variable.name(), locale)));
        FunctionTable.entries().stream()
                .filter(function -> function.kind() == FunctionKind.FUNCTION)
                .forEach(function -> function(function, function.signatures().get(0)));
    }

    private void members() {
        Optional<FieldShape> field = field(context.path());
        Optional<RecordShape> record = record(context.path());
        if (record.isPresent()) {
            record.get().fields().forEach(this::field);
        } else if (field.isPresent() && field.get().form() == ValueForm.MONEY) {
            add("amount", RuleWords.member("amount", locale), Kind.FIELD, type(Kinds.DECIMAL), "");
            add("currency", RuleWords.member("currency", locale), Kind.FIELD, type(Kinds.TEXT), "");
        } else {
            CelType type = field.map(FieldShape::type)
                    .or(() -> context.path().size() == 1
                            ? environment.find(context.path().get(0)).map(Variable::type)
                            : Optional.empty())
                    .orElse(Kinds.TEXT);
            functionsOf(type);
        }
    }

    private void functionsOf(CelType type) {
        TypeName name = TypeName.of(type);
        boolean list = type instanceof ListType;
        for (RuleFunction function : FunctionTable.entries()) {
            if (list && function.kind() == FunctionKind.MACRO) {
                function(function, function.signatures().get(0));
            }
            function.signatures().stream()
                    .filter(RuleFunction.Signature::member)
                    .filter(signature -> takes(signature.parameters().get(0), name))
                    .findFirst()
                    .ifPresent(signature -> function(function, signature));
        }
    }

    private static boolean takes(TypeName parameter, TypeName given) {
        boolean list = parameter.element() != null && given.element() != null;
        return parameter.key().equals("any")
                || parameter.equals(given)
                || list && takes(parameter.element(), given.element());
    }

    private void options() {
        field(context.path())
                .filter(field -> !field.options().isEmpty())
                .ifPresentOrElse(
                        field -> {
                            String quote = context.quote().isEmpty() ? "'" : context.quote();
                            field.options()
                                    .forEach(option -> add(
                                            quote + option + quote,
                                            field.optionLabel(option, locale),
                                            Kind.OPTION,
                                            field.label(locale),
                                            ""));
                        },
                        () -> {
                            if (context.quote().isEmpty()) {
                                names();
                            }
                        });
    }

    private void field(FieldShape field) {
        field(field, "");
    }

    private void field(FieldShape field, String before) {
        add(before + field.name(), field.label(locale), Kind.FIELD, type(field.type()), "");
    }

    private void function(RuleFunction function, RuleFunction.Signature signature) {
        add(
                function.name() + "(",
                function.name(),
                Kind.FUNCTION,
                function.spell(signature, locale),
                function.description(locale));
    }

    private String type(CelType type) {
        return TypeName.of(type).in(locale);
    }

    private void add(String insert, String label, Kind kind, String detail, String description) {
        proposals.add(new Proposal(insert, label, kind, detail, description, context.from(), cursor));
    }

    private Optional<FieldShape> field(List<String> path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String last = path.get(path.size() - 1);
        return path.size() == 1
                ? environment.find(last).map(Variable::field)
                : record(path.subList(0, path.size() - 1)).flatMap(record -> record.find(last));
    }

    private Optional<RecordShape> record(List<String> path) {
        if (path.size() == 1) {
            for (CursorContext.Loop loop : context.loops()) {
                if (loop.variable().equals(path.get(0))) {
                    return field(loop.list()).map(FieldShape::members);
                }
            }
            Optional<Variable> variable = environment.find(path.get(0)).filter(found -> found.field() == null);
            if (variable.isPresent()) {
                return variable.map(Variable::shape);
            }
        }
        return field(path).filter(field -> field.form() == ValueForm.RECORD).map(FieldShape::members);
    }
}
