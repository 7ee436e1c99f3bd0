package io.guanxi.kernel.sharing;

import io.guanxi.kernel.access.ShareLevel;
import io.guanxi.kernel.people.Grantee;

/**
 * Records of an object that some people own are shared with others.
 *
 * @param id      outer id; null for a new one
 * @param object  name of the object
 * @param source  whose records
 * @param grantee with whom
 */
public record SharingRule(String id, String name, String object, Grantee source, Grantee grantee, ShareLevel level) {}
