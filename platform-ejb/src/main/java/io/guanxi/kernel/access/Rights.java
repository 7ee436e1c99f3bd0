package io.guanxi.kernel.access;

import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a role may do.
 *
 * @param features  rights that are about no single object
 * @param otherwise with objects that nothing is said about: later ones, and those of the tenant's own
 * @param common    the same of objects that a company agrees on and everybody works by, such as products
 * @param objects   by the name of the object
 */
public record Rights(
        Set<Feature> features, ObjectRights otherwise, ObjectRights common, Map<String, ObjectRights> objects) {

    /** Everything there is. */
    public static final Rights ALL = new Rights(Set.of(Feature.values()), ObjectRights.ALL, ObjectRights.ALL, Map.of());

    /** Nothing at all. */
    public static final Rights NONE = new Rights(Set.of(), ObjectRights.NONE, ObjectRights.NONE, Map.of());

    public Rights {
        features = Set.copyOf(features);
        objects = Map.copyOf(objects);
    }

    public ObjectRights of(ObjectDescriptor object) {
        ObjectRights said = objects.get(object.name());
        return said != null ? said : object.common() ? common : otherwise;
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    Rights without(Feature feature) {
        Set<Feature> left = new HashSet<>(features);
        left.remove(feature);
        return new Rights(left, otherwise, common, objects);
    }

    /** Whether a feature is there that only pages of admins serve. */
    public boolean isAdministrative() {
        return has(Feature.ADMINISTER) || has(Feature.CUSTOMISE) || has(Feature.CARE_FOR_DATA) || has(Feature.AUDIT);
    }
}
