package io.guanxi.kernel.object;

import static io.guanxi.kernel.object.FieldBuilder.choice;
import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.text;

import java.util.List;
import java.util.Map;

/** The members of one element of a list field, described like fields themselves. */
public final class ListMembers {

    private ListMembers() {}

    /** Members by name: a label, and what the list's type holds. */
    public static Map<String, FieldDescriptor> of(FieldDescriptor list) {
        FieldDescriptor label =
                choice("label", list.options().toArray(String[]::new)).build();
        return switch (list.type()) {
            case PHONES -> members(label, field("number", FieldType.PHONE).required());
            case EMAILS -> members(label, field("address", FieldType.EMAIL).required());
            case ADDRESSES ->
                members(
                        label,
                        text("line1", 200),
                        text("line2", 200),
                        text("city", 120),
                        text("region", 120),
                        text("postalCode", 20),
                        field("country", FieldType.COUNTRY));
            default -> throw new IllegalArgumentException(list.name() + " is not a list");
        };
    }

    private static Map<String, FieldDescriptor> members(FieldDescriptor label, FieldBuilder... others) {
        List<FieldDescriptor> all = new java.util.ArrayList<>(List.of(label));
        for (FieldBuilder other : others) {
            all.add(other.build());
        }
        return ObjectDescriptor.byName(all);
    }
}
