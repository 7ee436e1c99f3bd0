/**
 * Cleansing (CUS-5): every quarter and on demand a job looks through all records for duplicates, mail addresses and phone
 * numbers that are none, mandatory fields that are empty, and records that nothing has happened to for long. What it finds
 * are proposals; another job applies those that a person accepts, to records that are still as they were found.
 */
package io.guanxi.kernel.cleansing;
