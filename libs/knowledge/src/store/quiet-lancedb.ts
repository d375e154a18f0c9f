// No setting of ours: the library warns on every new table and some queries unless this is set before it is loaded.
process.env['LANCEDB_LOG'] ??= 'error';
