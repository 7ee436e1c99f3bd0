package io.guanxi.tenantadmin.rules;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.custom.Formulas;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.kernel.rule.Proposal;
import io.guanxi.kernel.rule.RuleProblem;
import io.guanxi.kernel.validation.ReadField;
import io.guanxi.kernel.validation.RuleTrial;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the editor of rules asks while somebody types: proposals, mistakes, and what a rule says about values. */
@WebServlet(name = "rule-editor", urlPatterns = RuleEditorServlet.ADDRESS)
public class RuleEditorServlet extends HttpServlet {

    /** Where editors send what they ask. */
    public static final String ADDRESS = "/app/admin/rules/editor";

    private static final int MOST_RECORDS = 8;
    private static final int LONGEST_SOURCE = 10_000;

    @Inject
    private transient AccessPolicy policy;

    @Inject
    private transient ObjectRegistry objects;

    @Inject
    private transient RuleTrial trial;

    @Inject
    private transient RecordService records;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!policy.allows(Feature.CUSTOMISE)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().print(JsonTree.write(answer(request)));
    }

    private Map<String, Object> answer(HttpServletRequest request) {
        Locale locale = CallContext.require().locale();
        String source = text(request, "source");
        try {
            ObjectDescriptor object = objects.requireByPath(text(request, "object"));
            RuleTrial.Purpose purpose = purpose(object, text(request, "result"));
            return switch (text(request, "action")) {
                case "complete" -> proposals(purpose, source, number(request, "cursor"), locale);
                case "check" -> check(object, purpose, source, locale);
                case "records" ->
                    Map.of(
                            "items",
                            records.choices(object.name(), text(request, "text"), MOST_RECORDS).stream()
                                    .map(choice -> Map.of("id", choice.id(), "label", choice.label()))
                                    .toList());
                case "record" -> values(purpose, source, text(request, "record"));
                default -> tried(purpose, source, request, locale);
            };
        } catch (InvalidRule e) {
            return Map.of("problems", problems(e, locale), "reads", List.of());
        } catch (DomainException e) {
            return Map.of("failure", Labels.error(e.code(), locale, e.args().toArray()));
        }
    }

    private static RuleTrial.Purpose purpose(ObjectDescriptor object, String result) {
        return Formulas.TYPES.stream()
                .filter(type -> type.name().equals(result))
                .findFirst()
                .map(type -> new RuleTrial.Purpose(object.name(), type))
                .orElseGet(() -> RuleTrial.Purpose.condition(object.name()));
    }

    private Map<String, Object> proposals(RuleTrial.Purpose purpose, String source, int cursor, Locale locale) {
        return Map.of(
                "proposals",
                trial.proposals(purpose, source, cursor, locale).stream()
                        .map(RuleEditorServlet::proposal)
                        .toList());
    }

    private static Map<String, Object> proposal(Proposal proposal) {
        return Map.of(
                "insert", proposal.insert(),
                "label", proposal.label(),
                "kind", proposal.kind().name().toLowerCase(Locale.ROOT),
                "detail", proposal.detail(),
                "description", proposal.description(),
                "from", proposal.from(),
                "to", proposal.to());
    }

    private Map<String, Object> check(
            ObjectDescriptor object, RuleTrial.Purpose purpose, String source, Locale locale) {
        return Map.of(
                "problems",
                List.of(),
                "reads",
                trial.reads(purpose, source).stream()
                        .map(read -> read(object, read, locale))
                        .toList());
    }

    private static Map<String, Object> read(ObjectDescriptor object, ReadField read, Locale locale) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("path", read.path());
        told.put("label", read.label(object, locale));
        told.put("old", read.old());
        told.put("type", read.type().name());
        told.put("options", read.options(locale));
        return told;
    }

    private static List<Map<String, Object>> problems(InvalidRule invalid, Locale locale) {
        return invalid.problems().stream()
                .map(problem -> problem(problem, locale))
                .toList();
    }

    private static Map<String, Object> problem(RuleProblem problem, Locale locale) {
        return Map.of(
                "message", problem.message(locale),
                "line", problem.line(),
                "column", problem.column(),
                "offset", problem.offset(),
                "length", problem.length());
    }

    private Map<String, Object> values(RuleTrial.Purpose purpose, String source, String record) {
        Map<String, Object> values = trial.values(purpose, source, record);
        Map<String, Object> typed = new LinkedHashMap<>();
        trial.reads(purpose, source).stream()
                .filter(read -> values.containsKey(read.path()))
                .forEach(read -> typed.put(read.path(), TypedText.write(read.type(), values.get(read.path()))));
        return Map.of("values", typed);
    }

    private Map<String, Object> tried(
            RuleTrial.Purpose purpose, String source, HttpServletRequest request, Locale locale) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ReadField read : trial.reads(purpose, source)) {
            values.put(read.path(), TypedText.read(read.type(), text(request, "value:" + read.path())));
        }
        RuleTrial.Answer answer = trial.answer(purpose, source, values);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("holds", answer.holds());
        if (purpose.result() != null && answer.value() != null) {
            told.put("value", TypedText.write(purpose.result(), answer.value()));
        }
        if (answer.failure() != null) {
            told.put(
                    "failure",
                    Labels.error(
                            answer.failure().code(),
                            locale,
                            answer.failure().args().toArray()));
        }
        return told;
    }

    private static int number(HttpServletRequest request, String name) {
        String text = text(request, name);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    /** Longer sources are cut: they are longer than any rule may be, which the answer says. */
    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.substring(0, Math.min(value.length(), LONGEST_SOURCE));
    }
}
