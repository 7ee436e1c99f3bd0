package io.guanxi.web.edit;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/**
 * Leaves what was typed as it is: the library's calendar would take a date in another form for none at all, and what a text
 * means is told by {@link FieldInput} and judged by the service, with all that is wrong at once.
 */
@FacesConverter("typedText")
public class TypedTextConverter implements Converter<String> {

    @Override
    public String getAsObject(FacesContext context, UIComponent component, String text) {
        return text;
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, String text) {
        return text == null ? "" : text;
    }
}
