package io.guanxi.web.shell;

import io.guanxi.kernel.query.Choice;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/** Carries a picked record through a form as its id and its label, so that nothing has to be looked up to show it again. */
@FacesConverter(forClass = Choice.class)
public class ChoiceConverter implements Converter<Choice> {

    @Override
    public Choice getAsObject(FacesContext context, UIComponent component, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        int end = text.indexOf(' ');
        return end < 0 ? new Choice(text, text) : new Choice(text.substring(0, end), text.substring(end + 1));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, Choice choice) {
        return choice == null ? "" : choice.id() + " " + choice.label();
    }
}
