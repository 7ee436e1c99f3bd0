-- A tenant's own objects have grants too: three for each.
ALTER TABLE partner_client MODIFY grants MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
