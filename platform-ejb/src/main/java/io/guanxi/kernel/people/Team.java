package io.guanxi.kernel.people;

import java.util.List;

/**
 * People who work together and see each other's records where their role says so.
 *
 * @param id          outer id
 * @param version     counts the changes
 * @param description what they do; may be empty
 * @param members     outer ids of the people, in the order of their names
 */
public record Team(String id, long version, String name, String description, List<String> members) {}
