/** Table contracts: what each table holds, and the DDL, properties and dictionary made from it. */
package io.platelake.lake.contract;
