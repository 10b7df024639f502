// Holds dashboards against Grafana's own schema, as its foundation SDK reads it strictly: every field of a dashboard, of its panels
// and of their options is known and of its kind, and none that is required is missing.
//
//	go run . FILE...
package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/grafana/grafana-foundation-sdk/go/cog"
	"github.com/grafana/grafana-foundation-sdk/go/cog/plugins"
	"github.com/grafana/grafana-foundation-sdk/go/dashboard"
)

func check(file string) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	read := dashboard.Dashboard{}
	if err := read.UnmarshalJSONStrict(raw); isTrouble(err) {
		return err
	}
	if err := read.Validate(); isTrouble(err) {
		return err
	}
	return nil
}

// What has nothing to say answers with an empty list of errors now and then.
func isTrouble(err error) bool {
	var found cog.BuildErrors
	return err != nil && !(errors.As(err, &found) && len(found) == 0)
}

func main() {
	plugins.RegisterDefaultPlugins()
	if len(os.Args) == 1 {
		fmt.Fprintln(os.Stderr, "no dashboard is named")
		os.Exit(2)
	}
	failed := false
	for _, file := range os.Args[1:] {
		if err := check(file); err != nil {
			failed = true
			fmt.Fprintf(os.Stderr, "%s:\n%v\n", file, err)
		}
	}
	if failed {
		os.Exit(1)
	}
	fmt.Printf("%d dashboards are as Grafana's schema has them\n", len(os.Args)-1)
}
