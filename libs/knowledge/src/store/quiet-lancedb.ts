// LanceDB logs warnings for every new table and some queries unless this variable is set before the library is loaded.
// It is not a setting of this application.
process.env['LANCEDB_LOG'] ??= 'error';
