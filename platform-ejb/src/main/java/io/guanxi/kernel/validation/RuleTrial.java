package io.guanxi.kernel.validation;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.custom.Formulas;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.kernel.rule.Proposal;
import io.guanxi.kernel.rule.Rule;
import io.guanxi.kernel.rule.RuleCompiler;
import io.guanxi.kernel.rule.RuleCompletion;
import io.guanxi.kernel.rule.RuleEnvironment;
import io.guanxi.kernel.rule.RuleFailure;
import io.guanxi.kernel.rule.RuleInput;
import io.guanxi.kernel.rule.RuleType;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Helps an admin who words a condition or a formula: what may be written, what is read, what it gives. Changes nothing. */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RuleTrial {

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private RecordService records;

    /**
     * What a source is to be.
     *
     * @param object name of the object it is about
     * @param result what a formula is to give; null for a condition that records must fulfil
     */
    public record Purpose(String object, FieldType result) {

        public static Purpose condition(String object) {
            return new Purpose(object, null);
        }
    }

    /**
     * What a source gives.
     *
     * @param value   external form; a boolean for conditions; null when it is absent or there is none
     * @param failure why there is no answer; null when there is one
     */
    public record Answer(Object value, RuleFailure failure) {

        public boolean holds() {
            return Boolean.TRUE.equals(value);
        }
    }

    /** What may stand at the cursor. Needs {@link Feature#CUSTOMISE}. */
    public List<Proposal> proposals(Purpose purpose, String source, int cursor, Locale locale) {
        access.require(Feature.CUSTOMISE);
        return RuleCompletion.proposals(source, cursor, environment(purpose), locale);
    }

    /**
     * What a source reads, by path. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws InvalidRule when it is not what it is to be
     */
    public List<ReadField> reads(Purpose purpose, String source) {
        access.require(Feature.CUSTOMISE);
        ObjectDescriptor descriptor = objects.require(purpose.object());
        return compiled(purpose, source).fields().stream()
                .sorted()
                .flatMap(path -> ReadField.of(path, descriptor, objects).stream())
                .toList();
    }

    /**
     * The values that a record has where a source reads; those without value are left out. Needs {@link Feature#CUSTOMISE}.
     *
     * @throws RecordNotFound when there is no such record
     */
    public Map<String, Object> values(Purpose purpose, String source, String id) {
        access.require(Feature.CUSTOMISE);
        ObjectDescriptor descriptor = objects.require(purpose.object());
        RecordView record = records.require(purpose.object(), id);
        Map<String, RecordView> behind = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (String path : compiled(purpose, source).fields()) {
            ReadField.of(path, descriptor, objects).ifPresent(read -> {
                RecordView from = read.reference() == null
                        ? record
                        : behind.computeIfAbsent(read.reference(), name -> target(descriptor, record, name));
                Object value = from == null ? null : read.field() == null ? from.id() : from.value(read.field());
                if (value != null) {
                    values.put(path, value);
                }
            });
        }
        return values;
    }

    private RecordView target(ObjectDescriptor descriptor, RecordView record, String reference) {
        String id = record.text(reference);
        return id == null ? null : records.require(descriptor.require(reference).reference(), id);
    }

    /**
     * What a source gives for values typed. Needs {@link Feature#CUSTOMISE}.
     *
     * @param values external forms by path, such as {@code account.industry} and {@code old.status}
     * @throws InvalidRule when the source is not what it is to be
     */
    public Answer answer(Purpose purpose, String source, Map<String, Object> values) {
        access.require(Feature.CUSTOMISE);
        ObjectDescriptor descriptor = objects.require(purpose.object());
        Rule rule = compiled(purpose, source);
        Caller caller = CallContext.require();
        TypedValues typed = new TypedValues(descriptor, values);
        RuleInput input = RuleInput.reading(typed).at(Instant.now(), caller.zone());
        if (typed.isOldGiven()) {
            input = input.withOld(typed.old());
        }
        if (caller.memberId() != 0) {
            input = input.withUser(
                    RecordId.format(caller.memberId()),
                    caller.role() == null ? null : caller.role().name().toLowerCase(Locale.ROOT));
        }
        try {
            return new Answer(rule.evaluate(input), null);
        } catch (RuleFailure e) {
            return new Answer(null, e);
        }
    }

    private Rule compiled(Purpose purpose, String source) {
        RuleType type = purpose.result() == null ? RuleType.CONDITION : RuleType.of(purpose.result());
        return RuleCompiler.compile(source, environment(purpose), type);
    }

    private RuleEnvironment environment(Purpose purpose) {
        ObjectDescriptor object = objects.require(purpose.object());
        return purpose.result() == null
                ? CompiledRule.environment(object, objects)
                : Formulas.environment(object, objects::find);
    }
}
