package io.guanxi.kernel.people;

import io.guanxi.kernel.access.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A role by its name. */
@Converter
public class RoleColumn implements AttributeConverter<Role, String> {

    @Override
    public String convertToDatabaseColumn(Role role) {
        return role == null ? null : role.name();
    }

    @Override
    public Role convertToEntityAttribute(String name) {
        return name == null ? null : new Role(name);
    }
}
