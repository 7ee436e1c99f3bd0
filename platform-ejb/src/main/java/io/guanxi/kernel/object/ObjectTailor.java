package io.guanxi.kernel.object;

/** Makes of an object what it is for the caller's tenant. */
public interface ObjectTailor {

    /** The object with the fields of the caller's tenant; the same instance as long as nothing changes. */
    ObjectDescriptor tailor(ObjectDescriptor object);
}
