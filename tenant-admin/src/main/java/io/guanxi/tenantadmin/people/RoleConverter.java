package io.guanxi.tenantadmin.people;

import io.guanxi.kernel.access.Role;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/** A role in a form, by its name; whether there is such a role is asked where it is given. */
@FacesConverter(forClass = Role.class)
public class RoleConverter implements Converter<Role> {

    @Override
    public Role getAsObject(FacesContext context, UIComponent component, String value) {
        return value == null || value.isEmpty() ? null : new Role(value);
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, Role role) {
        return role == null ? "" : role.name();
    }
}
