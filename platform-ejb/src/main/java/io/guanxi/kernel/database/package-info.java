/** The database: its connection pool, the guard under it, its migrations, and the one gateway for plain SQL. */
package io.guanxi.kernel.database;
