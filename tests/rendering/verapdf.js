// Judges PDF files with veraPDF: FLAVOURS FILE... -> one line of JSON for each flavour of each file.
//
// Run by Rhino, which veraPDF brings along to evaluate its rules: so a Java runtime is enough, and nothing is
// compiled. Both flavours are judged on one walk through a file.
importPackage(Packages.org.verapdf.pdfa);
importPackage(Packages.org.verapdf.pdfa.flavours);

Packages.org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var SHOWN = 5; // failed checks of a rule, after which its further ones are not written down
var foundry = Foundries.defaultInstance();
var flavours = java.util.Arrays.asList(
  arguments[0].split(",").map(function (name) { return PDFAFlavour.byFlavourId(name); })
);

arguments.slice(1).forEach(function (file) {
  var parser = foundry.createParser(new java.io.File(file), flavours.get(0));
  var validator = foundry.createValidator(flavours, SHOWN, false, true, false);
  var results = validator.validateAll(parser);
  for (var at = 0; at < results.size(); at++) print(JSON.stringify(told(file, results.get(at))));
  validator.close();
  parser.close();
});

function told(file, result) {
  var failed = [];
  for (var each = result.getTestAssertions().iterator(); each.hasNext();) {
    var check = each.next();
    if (String(check.getStatus().name()) !== "FAILED") continue;
    var rule = check.getRuleId();
    failed.push(rule.getClause() + "-" + rule.getTestNumber() + ": " + check.getMessage()
      + " (" + check.getLocation().getContext() + ")");
  }
  return {
    file: file,
    flavour: String(result.getPDFAFlavour().getId()),
    compliant: Boolean(result.isCompliant()),
    rules: result.getValidationProfile().getRules().size(),
    checks: result.getTotalAssertions(),
    failed: failed
  };
}
