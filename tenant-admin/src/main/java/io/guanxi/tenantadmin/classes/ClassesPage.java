package io.guanxi.tenantadmin.classes;

import io.guanxi.customers.classes.ClassView;
import io.guanxi.customers.classes.Classification;
import io.guanxi.customers.classes.CustomerClasses;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.People;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RulePreview;
import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The page of a tenant's classes of customers: all of them in their order, and the form of one. */
@Named("classesPage")
@RequestScoped
public class ClassesPage {

    static final String ADDRESS = "/app/admin/classes";

    private static final int PEOPLE = 200;

    private static final Set<String> DONE = Set.of("added", "changed", "removed", "started");

    @Inject
    private Classification classification;

    @Inject
    private RecordService records;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private People people;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private final ClassForm form = new ClassForm();
    private boolean open;
    private RulePreview preview;

    /** A line of the table. */
    public record Row(
            int position,
            String name,
            String colour,
            String rule,
            String description,
            String cadence,
            String discount,
            long count,
            String href,
            String listHref) {}

    /** Something a rule may name. */
    public record Name(String name, String label) {}

    @PostConstruct
    void openForm() {
        String id = given("class", "id");
        open = !id.isEmpty() || request.getParameter("new") != null || request.getParameter("typing") != null;
        if (!id.isEmpty()) {
            form.edit(classification.find(id).orElseThrow(RecordNotFound::new));
        }
    }

    /** A parameter of the address, else the member of the form that was sent; empty when there is neither. */
    private String given(String parameter, String member) {
        String value = request.getParameter(parameter) == null
                ? request.getParameter(member)
                : request.getParameter(parameter);
        return value == null ? "" : value;
    }

    public List<Row> getRows() {
        return classification.classes().stream().map(this::row).toList();
    }

    private Row row(ClassView one) {
        return new Row(
                one.position(),
                one.name(),
                one.colour(),
                one.rule(),
                one.description(),
                one.cadenceDays().map(days -> Texts.of("classes.days", days)).orElse("—"),
                one.discountLimit()
                        .map(limit -> limit.stripTrailingZeros().toPlainString() + " %")
                        .orElse("—"),
                one.count(),
                href("class=" + one.id()),
                request.getContextPath() + "/app/accounts?filter=customerClass==" + one.id());
    }

    /** What rules may name: facts first, then the fields of accounts. */
    public List<Name> getNames() {
        ObjectDescriptor account = objects.require(FactFields.ACCOUNT);
        return Stream.concat(FactFields.all().stream(), account.fields().values().stream())
                .map(field -> new Name(field.name(), Labels.field(account, field, Texts.locale())))
                .toList();
    }

    public Map<String, String> getColours() {
        return options("colour");
    }

    public Map<String, String> getPhases() {
        return options("phase");
    }

    public Map<String, String> getAutomations() {
        return options("automation");
    }

    private Map<String, String> options(String field) {
        ObjectDescriptor type = objects.require(CustomerClasses.OBJECT);
        FieldDescriptor choice = type.require(field);
        Map<String, String> options = new LinkedHashMap<>();
        choice.options().forEach(option -> options.put(Labels.option(type, choice, option, Texts.locale()), option));
        return options;
    }

    public Map<String, String> getManagers() {
        Map<String, String> managers = new LinkedHashMap<>();
        people.choices("", PEOPLE).forEach(person -> managers.put(person.label(), person.id()));
        return managers;
    }

    /** What came of trying the rule; null before. */
    public RulePreview getPreview() {
        return preview;
    }

    public String getPreviewText() {
        return preview == null ? "" : Texts.of("classes.preview.is", preview.holds(), preview.asked());
    }

    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("classes.done." + done) : "";
    }

    public void tryRule() {
        try {
            preview = classification.preview(form.getRule() == null ? "" : form.getRule());
        } catch (InvalidRule e) {
            errors.add(new InvalidRecord(e.problems().stream()
                    .map(problem -> FieldError.of(
                            "/rule", "rule.wrong", problem.line(), problem.column(), problem.message(Texts.locale())))
                    .toList()));
        } catch (DomainException e) {
            errors.add(e);
        }
    }

    public void save() {
        run(form.isNew() ? "added" : "changed", () -> {
            if (form.isNew()) {
                records.create(CustomerClasses.OBJECT, form.input());
            } else {
                records.update(CustomerClasses.OBJECT, form.getId(), OptionalLong.empty(), form.input());
            }
        });
    }

    public void remove() {
        run("removed", () -> records.delete(CustomerClasses.OBJECT, form.getId(), OptionalLong.empty()));
    }

    /** Lets a job ask all rules anew. */
    public void start() {
        run("started", classification::start);
    }

    private void run(String done, Runnable change) {
        errors.submit(ADDRESS + "?done=" + done, change);
    }

    private String href(String query) {
        return request.getContextPath() + ADDRESS + (query.isEmpty() ? "" : "?" + query);
    }

    public String getListHref() {
        return href("");
    }

    public String getNewHref() {
        return href("new=");
    }

    public boolean isOpen() {
        return open;
    }

    public ClassForm getForm() {
        return form;
    }
}
