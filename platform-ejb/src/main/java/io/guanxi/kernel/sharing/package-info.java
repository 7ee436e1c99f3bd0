/** Access to records beyond what a role gives: rules that share what some people own, and shares of single records. */
package io.guanxi.kernel.sharing;
