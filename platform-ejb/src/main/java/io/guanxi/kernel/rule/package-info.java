/**
 * Rules in CEL, the Common Expression Language: conditions and formulas over the fields of a record, for validation,
 * formula fields, workflows, segments and whatever else a tenant words for itself. There is no other expression
 * language in the product.
 *
 * <p>{@link io.guanxi.kernel.rule.RuleEnvironment} says what a rule may name,
 * {@link io.guanxi.kernel.rule.RuleCompiler} turns a source into a {@link io.guanxi.kernel.rule.Rule} or says at which
 * character it is wrong, {@link io.guanxi.kernel.rule.RuleCompletion} helps an editor and
 * {@link io.guanxi.kernel.rule.FunctionCatalogue} lists the functions.
 *
 * <p>What differs from plain CEL: every number with a point is an exact decimal, whole numbers divide into decimals, and
 * a field without a value never breaks a rule. The absent value:
 *
 * <ul>
 *   <li>{@code x == null} and {@code x != null} tell it; {@code isBlank(x)} takes empty text and empty lists with it.
 *   <li>Equal to nothing but itself; less, greater and the like are false on both sides.
 *   <li>In arithmetic, and as the main argument of a function, it makes the result absent.
 *   <li>Joined to text with {@code +} it is empty text.
 *   <li>As a condition, or an operand of {@code &&}, {@code ||} and {@code !}, it is false.
 *   <li>{@code min} and {@code max} pass over it; a list without value is an empty list; a member of an absent amount or
 *       record is absent.
 * </ul>
 *
 * <p>Depends on {@code kernel.object} and {@code kernel.error}; knows neither pages nor entities nor the database.
 */
package io.guanxi.kernel.rule;
