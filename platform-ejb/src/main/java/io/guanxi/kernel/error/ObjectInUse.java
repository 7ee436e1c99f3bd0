package io.guanxi.kernel.error;

/** Something that others point to cannot be taken away before they are gone. */
public class ObjectInUse extends DomainException {

    /**
     * @param users names of what points to it, separated by commas
     */
    public ObjectInUse(String users) {
        super("object.inUse", users);
    }
}
