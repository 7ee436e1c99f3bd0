package io.guanxi.customers.lifecycle;

import java.util.List;
import java.util.Map;

/**
 * Where accounts are in their life, and how they went on.
 *
 * @param days   how many days back is looked
 * @param stages all stages in their order
 */
public record LifecycleView(int days, List<Stage> stages) {

    /**
     * A stage.
     *
     * @param count   live accounts in it now
     * @param entered accounts that came into it in these days
     * @param reached how many of those have since come into another stage, by stage; in the order of stages
     */
    public record Stage(String name, long count, long entered, Map<String, Long> reached) {

        /**
         * Share of those that came into it who have since come into another one, in percent, rounded.
         *
         * @param other name of a stage
         */
        public int conversion(String other) {
            return entered == 0 ? 0 : (int) Math.round(100.0 * reached.getOrDefault(other, 0L) / entered);
        }
    }

    /** Live accounts in all stages. */
    public long count() {
        return stages.stream().mapToLong(Stage::count).sum();
    }
}
