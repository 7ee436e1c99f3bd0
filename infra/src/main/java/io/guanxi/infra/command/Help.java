package io.guanxi.infra.command;

import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.text.Text;
import java.util.List;

/** Prints the commands and the table of settings. */
final class Help implements Command {

    @Override
    public String name() {
        return "help";
    }

    @Override
    public int run(Settings settings, List<String> words) {
        System.out.println(Text.of("help.title"));
        for (Command command : Commands.all()) {
            System.out.println("  " + Text.of("help." + command.name()));
        }
        System.out.println();
        System.out.println(Text.of("help.settings"));
        for (Setting setting : Setting.values()) {
            System.out.printf("  %-26s %-42s %s%n", setting.variable(), setting.defaultValue(), setting.description());
        }
        return 0;
    }
}
