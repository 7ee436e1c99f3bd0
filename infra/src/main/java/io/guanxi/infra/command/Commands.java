package io.guanxi.infra.command;

import java.util.List;
import java.util.Optional;

/** Every command, in the order of the help. */
public final class Commands {

    private static final List<Command> ALL = List.of(
            new Up(),
            new Down(),
            new Status(),
            new Logs(),
            new Reset(),
            new Tenant(),
            new Audit(),
            new Backup(),
            new Restore(),
            new Bench(),
            new Help());

    private Commands() {}

    /** All of them. */
    static List<Command> all() {
        return ALL;
    }

    /** The command of a name. */
    public static Optional<Command> find(String name) {
        return ALL.stream().filter(command -> command.name().equals(name)).findFirst();
    }
}
