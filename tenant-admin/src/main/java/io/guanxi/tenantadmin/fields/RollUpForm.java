package io.guanxi.tenantadmin.fields;

import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.Computation.Function;
import java.util.Arrays;

/** What is being chosen about a roll-up: whose records, what becomes of them, which of them. */
public class RollUpForm {

    private String object;
    private String by;
    private Function function = Function.COUNT;
    private String field;
    private String filter;

    /** Begins with the records of an object that point here with one of their fields. */
    void begin(RollUpSources.Source source) {
        object = source.object();
        by = source.by();
    }

    void edit(Computation.RollUp rollUp) {
        object = rollUp.object();
        by = rollUp.by();
        function = rollUp.function();
        field = rollUp.field();
        filter = rollUp.filter();
    }

    Computation.RollUp computation() {
        boolean counts = function == Function.COUNT;
        return new Computation.RollUp(
                object,
                by,
                function,
                counts ? null : field,
                filter == null || filter.isBlank() ? null : filter.strip());
    }

    /** Name of the object whose records are summed up; null as long as none is chosen. */
    public String getObject() {
        return object;
    }

    public String getBy() {
        return by;
    }

    public String getFunction() {
        return function.name();
    }

    public void setFunction(String name) {
        Arrays.stream(Function.values()).filter(one -> one.name().equals(name)).forEach(one -> function = one);
    }

    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field == null || field.isBlank() ? null : field;
    }

    public String getFilter() {
        return filter;
    }

    public void setFilter(String filter) {
        this.filter = filter;
    }
}
