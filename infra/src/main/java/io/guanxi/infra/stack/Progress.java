package io.guanxi.infra.stack;

/** Where the stack tells how far it is. */
@FunctionalInterface
public interface Progress {

    /** One line for a person, translated. */
    void say(String message);
}
